"""Orders through time: steps, editions, honest answers for a day, the story of a place."""
