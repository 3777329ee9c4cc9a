"""Sheets that the paper tests share: one of each shape, in several languages, and with what goes wrong elsewhere."""

import math
from datetime import date

from app.ink import Stroke
from app.sheet import Heading, Items, Panel, Picture, Sheet, Words

MADE = date(2026, 5, 4)


def house() -> tuple[Stroke, ...]:
    """Return a house with a sun, a dot for its door and a swell of a path."""
    sun = tuple((round(1300 + 120 * math.cos(a / 10)), round(250 + 120 * math.sin(a / 10))) for a in range(64))
    path = tuple((400 + 20 * i, round(1080 + 40 * math.sin(i / 3))) for i in range(40))
    return (
        Stroke(((500, 1000), (500, 600), (1000, 600), (1000, 1000), (500, 1000)), 2, 16),
        Stroke(((450, 620), (750, 330), (1050, 620)), 3, 32),
        Stroke(sun, 5, 32),
        Stroke(((760, 800),), 8, 32),
        Stroke(path, 6, 16, widths=tuple(8 + i % 30 for i in range(40))),
    )


STORY = Sheet(
    title="Our story",
    language="en-GB",
    reader="child",
    shape="storybook",
    made_for="Made for Mia on Monday 4 May 2026",
    parts=(
        Panel(
            "Our family",
            (
                Words("We are Mia, Leo, Mum and Nan. We like pancakes.", who="Nan says"),
                Words("Biscuit sleeps on my bed.", who="Mia says", note="In her own words"),
            ),
            Picture(house(), "Our house with the sun out", "Drawn by Mia"),
        ),
        Panel(
            "Who is worried?",
            (Items(("Nan is worried.", "Mrs Okafor is worried.")),),
            Picture(house(), ""),
        ),
        Panel("It is not your fault", (Words("Lots of people love you. “Always,” says Nan – and Łucja, too."),)),
        Panel("My page", (), Picture(house(), "This is me", "Drawn by Mia")),
        Panel("What are we doing?", (Words("Ring 0808 800 5000 or (01632) 960-123, day or night.", who="Dad says"),)),
    ),
)

URDU = Sheet(
    title="ہماری کہانی",
    language="ur",
    reader="child",
    shape="storybook",
    right_to_left=True,
    made_for="یہ نقل 4 مئی 2026 کو بنائی گئی",
    parts=(
        Panel(
            "ہمارا خاندان",
            (
                Words("ہم سب مل کر رہتے ہیں۔", who="نانی کہتی ہیں"),
                Words("اگر ڈر لگے تو Childline کو 0800 1111 پر فون کریں۔ Mrs Okafor بھی مدد کرتی ہیں۔"),
            ),
            Picture(house(), "ہمارا گھر", "Drawn by Mia"),
        ),
        Panel("کون پریشان ہے؟", (Items(("نانی پریشان ہیں۔", "GP ڈاکٹر پریشان ہیں۔")),)),
    ),
)

BENGALI = Sheet(
    title="আমাদের গল্প",
    language="bn",
    reader="child",
    shape="storybook",
    made_for="মিয়ার জন্য, 4 মে 2026",
    parts=(
        Panel(
            "আমাদের পরিবার",
            (
                Words("আমরা সবাই একসাথে থাকি। স্কুলের শিক্ষিকা Mrs Okafor ক্ষমা করেছেন।", who="নানী বলেন"),
                Words("ভয় পেলে 0800 1111 নম্বরে ফোন করো।"),
            ),
            Picture(house(), "আমাদের বাড়ি", "মিয়া এঁকেছে"),
        ),
        Panel("ਪੰਜਾਬੀ", (Words("ਅਸੀਂ ਸਾਰੇ ਇਕੱਠੇ ਰਹਿੰਦੇ ਹਾਂ। ਮੇਰੀ ਨਾਨੀ ਕਹਿੰਦੀ ਹੈ।"),)),
    ),
)

PLAN = Sheet(
    title="Our safety plan",
    language="en-GB",
    made_for="Made for Nan on Monday 4 May 2026",
    parts=(
        Heading("What are we worried about?"),
        Words("Nan is worried that Leo was alone at night.", who="Nan says", note="Written down by Sam"),
        Words("I was at work.\nI am sorry.\n\nMy phone had no battery.", who="Dad says"),
        Heading("What has to happen"),
        Items(("Somebody Leo knows is at home after 6 pm.", "Dad answers his phone, or phones back. " * 3)),
        Heading("Who helps", 4),
        Words("Ring 0808 800 5000. " * 60),
        Picture(house(), "Our house", "Drawn by Leo"),
        Panel("A page of the story", (Words("Nan comes over."),), Picture(house(), "Nan at the door")),
        Heading("And then"),
        *(Words("We look again together on Monday 1 June 2026, at Nan’s. " * 3) for _ in range(9)),
    ),
)

MIXED = Sheet(
    title="Ali & <Zoë> “علی”",
    language="en",
    made_for="Made for Ali",
    parts=(
        Heading("We say آداب and নমস্কার"),
        Words("Nan (نانی) says “হ্যাঁ” – call 0808 800 5000, Łukasz, Ştefan, Gwŷn, Наталія & Ελένη."),
        Words("نانی said: 0808 800 5000 (ہر روز) آداب"),
        Words("Love ❤️ 👩‍👧 👍🏽 ★ ✓ ♥ ⌛ and ⨊ \U0001fae8 𝓜𝓲𝓪 ①"),
        Words("con\x00trol\x07 char\u200bac\u2028ters\tand\u00a0spaces \ud800\ufffe"),
    ),
)

ALL = {"story": STORY, "urdu": URDU, "bengali": BENGALI, "plan": PLAN, "mixed": MIXED}
