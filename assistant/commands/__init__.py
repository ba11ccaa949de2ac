"""The commands of ``cchc``, one file each. They parse, call one service method and print."""
