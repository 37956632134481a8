import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from viz.layout import Box, place
from viz.layout_more import extend


def overlaps(boxes, places):
    found = []
    for one, other in itertools.combinations(boxes, 2):
        (x, y), (u, v) = places[one.id], places[other.id]
        # Places are rounded to a tenth of a pixel.
        if abs(x - u) < (one.width + other.width) / 2 - 0.2 and abs(y - v) < (one.height + other.height) / 2 - 0.2:
            found.append((one.id, other.id))
    return found


def plan_like(seed=7, objectives=20, actors=100):
    """About the shape of a real plan: three actors nearly everywhere, and two thirds tied to one objective."""
    draw = random.Random(seed)
    goals = [Box(f"o{i}", draw.uniform(90, 170), draw.choice((27, 41, 55))) for i in range(objectives)]
    people = [Box(f"a{i}", draw.uniform(25, 110), draw.uniform(28, 62)) for i in range(actors)]
    ties = []
    for rank, actor in enumerate(people):
        number = objectives * 4 // 5 if rank < 3 else draw.choice((1, 1, 1, 1, 2, 3))
        ties += [(actor.id, goal.id) for goal in draw.sample(goals, number)]
    return goals, people, ties


def test_no_box_covers_another_in_a_plan_like_graph():
    goals, people, ties = plan_like()
    places = place(goals, people, ties)
    assert len(places) == 120
    assert overlaps([*goals, *people], places) == []


def test_no_box_covers_another_with_three_hundred_nodes():
    goals, people, ties = plan_like(seed=3, objectives=40, actors=260)
    assert overlaps([*goals, *people], place(goals, people, ties)) == []


def test_the_same_graph_has_the_same_places():
    small = {"objectives": 8, "actors": 20}
    assert place(*plan_like(**small)) == place(*plan_like(**small))


def test_the_map_is_about_centred_and_about_as_wide_as_a_screen():
    goals, people, ties = plan_like()
    places = place(goals, people, ties)
    boxes = {box.id: box for box in [*goals, *people]}
    left = min(x - boxes[i].width / 2 for i, (x, _) in places.items())
    right = max(x + boxes[i].width / 2 for i, (x, _) in places.items())
    top = min(y - boxes[i].height / 2 for i, (_, y) in places.items())
    bottom = max(y + boxes[i].height / 2 for i, (_, y) in places.items())
    assert abs(left + right) < 0.1 * (right - left)
    assert abs(top + bottom) < 0.1 * (bottom - top)
    assert 0.9 < (right - left) / (bottom - top) < 1.7


def test_hubs_stand_nearer_to_the_middle_than_actors_of_one_objective():
    goals, people, ties = plan_like()
    places = place(goals, people, ties)
    far = {actor.id: places[actor.id][0] ** 2 + places[actor.id][1] ** 2 for actor in people}
    single = [actor.id for actor in people if sum(1 for a, _ in ties if a == actor.id) == 1]
    assert max(far[i] for i in ("a0", "a1", "a2")) < min(far[i] for i in single)


def test_objectives_keep_the_order_of_the_plan_around_the_ring():
    goals = [Box(f"o{i}", 100, 40) for i in range(4)]
    places = place(goals, [], [])
    top, right, bottom, left = (places[f"o{i}"] for i in range(4))
    assert top[1] < right[1] < bottom[1]
    assert left[0] < top[0] < right[0]


def test_nothing_one_box_and_an_actor_without_tie():
    assert place([], [], []) == {}
    assert place([Box("o", 100, 40)], [], []) == {"o": (0.0, 0.0)}
    boxes = [Box("o", 100, 40), Box("a", 50, 30)]
    assert overlaps(boxes, place(boxes[:1], boxes[1:], [])) == []


def test_few_actors_stand_inside_the_ring_where_their_lines_can_be_seen():
    goals = [Box(f"o{i}", 150, 50) for i in range(18)]
    people = [Box(f"a{i}", 60, 40) for i in range(6)]
    places = place(goals, people, [(f"a{i}", f"o{3 * i}") for i in range(6)])
    assert overlaps([*goals, *people], places) == []
    far = {id_: x * x + y * y for id_, (x, y) in places.items()}
    assert max(far[actor.id] for actor in people) < min(far[goal.id] for goal in goals)


def test_those_who_join_find_room_and_the_others_stay():
    goals, people, ties = plan_like()
    before = place(goals, people, ties)
    joining = [Box(f"j{i}", 90, 45) for i in range(30)]
    ends = {box.id: [f"o{rank % 20}", *(["o3", "o11"] if rank % 4 == 0 else [])] for rank, box in enumerate(joining)}
    after = extend(before, [*goals, *people], joining, ends)
    assert {id_: after[id_] for id_ in before} == before
    assert overlaps([*goals, *people, *joining], after) == []
    assert after == extend(before, [*goals, *people], joining, ends)


def test_one_who_joins_stands_near_its_objective():
    before = {"o0": (0.0, -300.0), "o1": (0.0, 300.0)}
    after = extend(before, [Box("o0", 150, 50), Box("o1", 150, 50)], [Box("j", 60, 40)], {"j": ["o1"]})
    x, y = after["j"]
    assert abs(x) < 160
    assert 300 < y < 400


def test_marks_that_grew_part_without_hurting_others():
    before = {"a": (0.0, 0.0), "b": (52.0, 0.0), "far": (500.0, 0.0)}
    grown = [Box("a", 70, 40), Box("b", 70, 40), Box("far", 50, 40)]
    after = extend(before, grown, [], {})
    assert overlaps(grown, after) == []
    assert after["far"] == before["far"]
    assert extend({}, [], [], {}) == {}


sizes = st.floats(5, 300)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(sizes, sizes), max_size=8), st.lists(st.tuples(sizes, sizes), max_size=25), st.data())
def test_no_overlap_whatever_the_sizes_and_ties(goals, people, data):
    objectives = [Box(f"o{i}", *size) for i, size in enumerate(goals)]
    actors = [Box(f"a{i}", *size) for i, size in enumerate(people)]
    pairs = [(a.id, o.id) for a in actors for o in objectives]
    ties = data.draw(st.lists(st.sampled_from(pairs), max_size=40)) if pairs else []
    assert overlaps([*objectives, *actors], place(objectives, actors, ties)) == []


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(sizes, sizes), min_size=1, max_size=8), st.lists(st.tuples(sizes, sizes), max_size=8))
def test_whoever_joins_covers_nobody(standing, joining):
    goals = [Box(f"o{i}", *size) for i, size in enumerate(standing)]
    people = [Box(f"a{i}", *size) for i, size in enumerate(joining)]
    after = extend(place(goals, [], []), goals, people, {person.id: ["o0"] for person in people})
    assert overlaps([*goals, *people], after) == []
