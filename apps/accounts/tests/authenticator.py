"""A passkey as a phone would keep it, in a few lines: it makes a key and signs what it is asked."""

import hashlib
import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

PRESENT, WITH_KEY = 0x01, 0x41  # flags
AAGUID = bytes(16)


@dataclass
class Authenticator:
    origin: str = "http://localhost"
    handle: bytes = b"a passkey of a test"
    count: int = 0
    key: Any = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    def create(self, question: str) -> str:
        asked = json.loads(question)
        head = self._head(asked["rp"]["id"], WITH_KEY)
        known = AAGUID + len(self.handle).to_bytes(2) + self.handle + self._public()
        made = {"fmt": "none", "attStmt": {}, "authData": head + known}
        client = self._client("webauthn.create", asked["challenge"])
        return self._answer(clientDataJSON=client, attestationObject=cbor2.dumps(made))

    def get(self, question: str) -> str:
        asked = json.loads(question)
        self.count += 1
        head, client = self._head(asked["rpId"], PRESENT), self._client("webauthn.get", asked["challenge"])
        signature = self.key.sign(head + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self._answer(clientDataJSON=client, authenticatorData=head, signature=signature)

    def _head(self, host: str, flags: int) -> bytes:
        return hashlib.sha256(host.encode()).digest() + bytes([flags]) + self.count.to_bytes(4)

    def _public(self) -> bytes:
        numbers = self.key.public_key().public_numbers()
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32), -3: numbers.y.to_bytes(32)})

    def _client(self, what: str, challenge: str) -> bytes:
        return json.dumps({"type": what, "challenge": challenge, "origin": self.origin}).encode()

    def _answer(self, **parts: bytes) -> str:
        response = {name: _letters(value) for name, value in parts.items()}
        own = _letters(self.handle)
        return json.dumps({"id": own, "rawId": own, "type": "public-key", "response": response})


def _letters(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")
