"""What people type, put into the words of the store: short forms, slips, talk left out."""
