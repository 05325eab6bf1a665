"""A trainer's story: its steps before the room, the trainer's notes in a window of their own."""
