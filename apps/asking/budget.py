"""How much a worker takes in an hour from everybody together, since it may know nobody apart."""

import threading
import time

MOST, SECONDS = 60, 60 * 60


class Budget:
    def __init__(self, most: int = MOST, seconds: float = SECONDS) -> None:
        self.most, self.seconds = most, seconds
        self._left, self._until = most, 0.0
        self._taking = threading.Lock()

    def take(self) -> bool:
        """Say whether there is still room, and use it. The clock on the wall plays no part."""
        with self._taking:
            now = time.monotonic()
            if now >= self._until:
                self._left, self._until = self.most, now + self.seconds
            room = self._left > 0
            self._left -= room
            return room


of_this_worker = Budget()
