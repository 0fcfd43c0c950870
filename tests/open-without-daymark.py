#!/usr/bin/env python3
"""Opens a Daymark journal without Daymark: its folder, and the recovery sheet's code or the passphrase.

    pip install pynacl cryptography argon2-cffi sqlcipher3-wheels
    python3 open-without-daymark.py FOLDER sheet "AZJNY VKV24 ..."       or      FOLDER passphrase "the words"

Prints every table as SQL. What it does: journal.keys holds the journal's key once for each door. The sheet's 40
letters are eight groups of four (five bits each, Crockford's letters) and one to tell typos; HKDF-SHA256 of these 160
bits, or Argon2id of the passphrase (NFKC), opens the door (XChaCha20-Poly1305). The 48 bytes behind it are SQLCipher's
raw key and salt.
"""
import json
import pathlib
import sys
import unicodedata

import sqlcipher3
from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as unseal

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def code_bytes(code):
    typed = "".join(c for c in code.upper() if c.isalnum()).translate(str.maketrans("OIL", "011"))
    bits = "".join(f"{LETTERS.index(c):05b}" for at, c in enumerate(typed) if at % 5 != 4)
    return int(bits, 2).to_bytes(20, "big")


def wrapping_key(keys, door, kind, secret):
    if kind == "sheet":
        salt = keys["journal"].encode()
        return HKDF(SHA256(), 32, salt, b"daymark sheet").derive(code_bytes(secret))
    cost, salt = door["cost"], bytes.fromhex(door["salt"])
    typed = unicodedata.normalize("NFKC", secret).encode()
    return hash_secret_raw(typed, salt, cost["passes"], cost["memory"], 1, 32, Type.ID)


folder, kind, secret = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
keys = json.loads((folder / "journal.keys").read_text())
door = next(d for d in keys["doors"] if d["kind"] == kind)
bound = f"daymark keys 1 {keys['journal']} {kind}".encode()
key = unseal(
    bytes.fromhex(door["sealed"]), bound, bytes.fromhex(door["nonce"]), wrapping_key(keys, door, kind, secret)
)
db = sqlcipher3.connect(str(folder / "journal.daymark"))
db.execute(f"pragma key = \"x'{key.hex()}'\"")
for line in db.iterdump():
    print(line)
