"""Questions that go on from earlier ones, turned into questions that stand alone."""
