"""Ruling lines of drawn pages: every grid found with its merges, nothing where none is."""

from itertools import pairwise

import numpy as np
import pytest

cv2 = pytest.importorskip("cv2", reason="OpenCV (extra [scan]) is not installed")

from ingest.readers.scan.images import PageImage, prepare, skew  # noqa: E402
from ingest.readers.scan.picture import Picture  # noqa: E402
from ingest.readers.scan.rules import find_rules  # noqa: E402

DPI = 150.0
COLUMNS, ROWS = (100, 200, 500, 700, 1100), (150, 210, 300, 420, 480)


def blank() -> Picture:
    return np.full((1700, 1240), 255, np.uint8)


def ruled(*, without: tuple[tuple[int, int, str], ...] = ()) -> Picture:
    """A grid; ``without`` names cell edges left out: (row, column, "right" or "below")."""
    page = blank()
    for row, (top, bottom) in enumerate(pairwise(ROWS)):
        for column, (left, right) in enumerate(pairwise(COLUMNS)):
            cv2.rectangle(page, (left, top), (right, bottom), 0, 2)
            cv2.putText(page, f"{row}{column}", (left + 30, top + 40), 0, 0.8, 0, 2)
    for row, column, edge in without:
        if edge == "right":
            x = COLUMNS[column + 1]
            page[ROWS[row] + 3 : ROWS[row + 1] - 2, x - 3 : x + 4] = 255
        else:
            y = ROWS[row + 1]
            page[y - 3 : y + 4, COLUMNS[column] + 3 : COLUMNS[column + 1] - 2] = 255
    return page


def turned(page: Picture, degrees: float) -> Picture:
    height, width = page.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return np.asarray(cv2.warpAffine(page, turn, (width, height), borderValue=255), np.uint8)


def coloured(page: Picture) -> Picture:
    return np.repeat(page[:, :, None], 3, axis=2)


def test_a_plain_grid_has_all_its_cells() -> None:
    (grid,) = find_rules(ruled(), dpi=DPI).grids
    assert len(grid.columns) == len(COLUMNS)
    assert len(grid.rows) == len(ROWS)
    assert all(abs(a - b) <= 2 for a, b in zip(grid.columns, COLUMNS, strict=True))
    assert len(grid.cells) == 16
    assert all((cell.width, cell.height) == (1, 1) for cell in grid.cells)


def test_a_missing_edge_joins_two_cells() -> None:
    page = ruled(without=((0, 1, "right"), (2, 0, "below")))
    (grid,) = find_rules(page, dpi=DPI).grids
    spans = {(cell.row, cell.column): (cell.height, cell.width) for cell in grid.cells}
    assert spans[0, 1] == (1, 2)
    assert spans[2, 0] == (2, 1)
    assert len(spans) == 14


def test_a_stroke_that_bounds_no_cell_is_no_rule() -> None:
    page = ruled()
    cv2.line(page, (850, 340), (850, 380), 0, 2)
    (grid,) = find_rules(page, dpi=DPI).grids
    assert len(grid.columns) == len(COLUMNS)


@pytest.mark.parametrize("degrees", [-1.5, -0.4, 0.7, 1.2])
def test_a_page_put_in_askew_is_straightened(degrees: float) -> None:
    askew = turned(ruled(), -degrees)
    assert skew(askew, dpi=DPI) == pytest.approx(degrees, abs=0.1)
    image = prepare(coloured(askew), dpi=DPI)
    (grid,) = find_rules(image.grey, dpi=DPI).grids
    assert len(grid.cells) == 16


def test_text_without_rules_has_no_grid() -> None:
    page = blank()
    for y in range(100, 1500, 40):
        cv2.putText(page, "Lorem ipsum dolor sit amet 1234", (80, y), 0, 1.0, 0, 2)
    assert find_rules(page, dpi=DPI).grids == ()


def stamped() -> PageImage:
    page = coloured(blank())
    cv2.circle(page, (600, 600), 120, (210, 60, 70), 4)
    cv2.putText(page, "1234", (560, 610), 0, 1.5, (10, 10, 10), 3)
    return prepare(page, dpi=DPI)


def test_the_ink_of_a_stamp_goes_and_the_black_under_it_stays() -> None:
    image = stamped()
    assert image.grey[470:490, 590:610].min() > 200
    assert image.grey[560:620, 550:700].min() < 80
    assert image.coloured[470:490, 590:610].any()


def test_lone_specks_go_and_letters_stay() -> None:
    page = ruled()
    page[1000:1002, 300:302] = 0
    image = prepare(coloured(page), dpi=DPI)
    assert image.grey[990:1010, 290:310].min() > 200
    assert image.grey[170:200, 130:170].min() < 80
