"""What the framework table is made of: sections of objectives, their tasks and activities."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Activity:
    """A step with its product and time. Numbered ``3.x`` anew in each section."""

    text: str
    product: str
    time: str


@dataclass(frozen=True, slots=True)
class Task:
    """A task, numbered ``2.x``, with the units that answer for all of its activities."""

    text: str
    lead: str
    coordinating: str
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Objective:
    """What is to be reached, numbered ``1.x``."""

    text: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A titled group of objectives."""

    number: str
    title: str
    objectives: tuple[Objective, ...]
