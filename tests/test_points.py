"""What counts as a point of the manager's own, and whether an example stands beside it."""

from assistant.debrief_manager import MANAGER_RULES, points_of
from assistant.reading.learned import Read
from assistant.reading.placed import placed
from assistant.reading.talk import Talk
from assistant.transcripts import Line

_ACTS = ("recognition", "improvement", "example")


def _talk(*told: tuple[str, float, float, float]) -> Talk:
    """One turn of the manager: sentences with how far each act is above (or below) where it counts."""
    lines = [Line(speaker="manager", text=" ".join(text for text, *_ in told))]
    found = []
    for one, (_, *margins) in zip(placed(lines), told, strict=True):
        above = dict(zip(_ACTS, margins, strict=True))
        found.append(Read(one, {act: 0.5 + margin for act, margin in above.items()}, above))
    return Talk(lines, found)


def test_praise_is_no_point() -> None:
    assert not points_of(_talk(("Je houdt het hoofd koel.", 0.4, 0.1, -0.5)))


def test_an_example_that_barely_looks_like_a_point_is_none() -> None:
    talk = _talk(("Je komt te laat.", -0.5, 0.4, -0.5), ("Op 3 mei was het tien uur.", -0.5, 0.05, 0.4))
    assert [one.placed.place for one in points_of(talk)] == [0]
    assert MANAGER_RULES["examples"](talk).status == "kept"


def test_one_example_can_serve_two_points_that_it_follows() -> None:
    points = [(text, -0.5, 0.4, -0.5) for text in ("Je komt te laat.", "Je belt niet.")]
    talk = _talk(*points, ("Op 3 mei was het tien uur.", -0.5, -0.5, 0.4))
    assert MANAGER_RULES["examples"](talk).status == "kept"
    assert MANAGER_RULES["examples"](_talk(*points)).status == "broken"


def test_two_things_in_one_sentence_of_praise_outweigh_one_point() -> None:
    praise, point = "Je plant goed en klanten prijzen je.", ("Je komt te laat.", -0.5, 0.4, -0.5)
    assert MANAGER_RULES["recognition_ratio"](_talk((praise, 0.4, -0.5, -0.5), point)).status == "kept"
    alone = _talk(("Je plant goed.", 0.4, -0.5, -0.5), point)
    assert MANAGER_RULES["recognition_ratio"](alone).status == "broken"
