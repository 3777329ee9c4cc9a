"""The made-up hand draws the same every time, on the page, in strokes that can be kept."""

import itertools

import pytest

from app.ink import PAGE_HEIGHT, PAGE_WIDTH, pack, unpack
from app.ink.handwriting import DOODLES, SCENES, doodle, scene, scribble
from app.ink.tiles import picture


@pytest.mark.parametrize("name", SCENES)
def test_a_scene_is_on_the_page_can_be_kept_and_is_the_same_again(name: str) -> None:
    strokes = scene(name, 4)
    assert 20 <= len(strokes) <= 250
    assert all(0 <= x <= PAGE_WIDTH and 0 <= y <= PAGE_HEIGHT for s in strokes for x, y in s.points)
    assert all(unpack(pack(s)) == s for s in strokes)
    assert strokes == scene(name, 4)
    assert strokes != scene(name, 5)


@pytest.mark.parametrize("name", DOODLES)
def test_a_doodle_has_a_few_strokes_and_shows(name: str) -> None:
    strokes = doodle(name, 1)
    assert 3 <= len(strokes) <= 60
    assert len({s.colour for s in strokes}) >= (1 if name == "heart" else 2)
    assert picture(strokes, (64, 48)) != picture((), (64, 48))


def test_a_scribble_has_as_many_raw_points_as_asked_close_together() -> None:
    for seed in range(5):
        points = scribble(300, seed)
        assert len(points) == 300
        steps = [abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in itertools.pairwise(points)]
        assert max(steps) < 20
    assert scribble(60, 1) == scribble(60, 1) != scribble(60, 2)
