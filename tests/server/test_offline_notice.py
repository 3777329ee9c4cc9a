"""What the page knows of the notice that the program is gone. That it has it: tests/server/test_flet_client.py."""

import json
import re

import pytest

from app.language import speaking
from app.server.offline_notice import address_words, gone_words, head


@pytest.mark.parametrize(("tag", "way"), [("en", "ltr"), ("ar-XB", "rtl")])
def test_the_notice_speaks_the_language_of_the_start(tag: str, way: str) -> None:
    with speaking(tag):
        told = json.loads(re.findall(r"= (\{.*?\});</script>", head("k").decode())[0].replace("\\u003c", "<"))
        assert (told["language"], told["direction"]) == (tag, way)
        assert (tuple(told["gone"]), tuple(told["address"])) == (gone_words(), address_words())
