"""From a case to pictures: a scene of plain data, two painters, and the same in words."""
