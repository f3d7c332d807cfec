"""What a master trainer has besides the course: keys, judge, authoring and classroom."""
