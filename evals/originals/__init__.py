"""The documents as they lie on disk, read without the program that is measured."""
