"""A photo of a drawing on paper, or of a thing: taken in as pixels and nothing else. Bytes in, bytes out.

A photo tells where and when it was made, with what, sometimes whose it is, and can carry a second photo that
nobody sees. So the file is first read without decoding anything (jpeg, png, webp: what the pixels need is
kept, all else left behind), then decoded, made small and plain (pixels), and written as a new file.

`take_in` first, then `finish` with what the person chose; both may take a second, so call them off the event
loop. What they return goes to `Desk.keep_blob`.
"""

from app.photo.refusal import NotAPhoto
from app.photo.taking import MOST_BYTES, TakenPhoto, finish, take_in, weigh

__all__ = ["MOST_BYTES", "NotAPhoto", "TakenPhoto", "finish", "take_in", "weigh"]
