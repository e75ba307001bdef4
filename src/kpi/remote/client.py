"""The shell's side: ask the running app, if there is one."""

import secrets
from collections.abc import Iterator

import requests

from kpi.commands.command import Command, Progress, Result
from kpi.errors import wrong
from kpi.remote import address, wire

CONNECT_SECONDS, SILENCE_SECONDS = 2, 60


def run(command: Command, progress: Progress) -> Result | None:
    """What the app answers; None when no app answers on this database.

    Raises `UserError` when the app falls silent after it got the command: it may then have carried it out.
    """
    app = address.read()
    if app is None:
        return None
    with requests.Session() as session:
        session.trust_env = False  # a proxy, or a .netrc, has no part in what stays on this machine
        if not _is_the_app(session, app):
            return None
        try:
            return _ask(session, app, command, progress)
        except (requests.RequestException, ValueError) as error:
            raise wrong("cli-app-silent") from error


def _is_the_app(session: requests.Session, app: address.Address) -> bool:
    """Another program may have got the port of an app that died: the token is not shown to it."""
    question = secrets.token_hex(16)
    try:
        answer = session.get(
            app.url + address.PATH, params={"question": question}, timeout=(CONNECT_SECONDS, SILENCE_SECONDS),
            allow_redirects=False,
        )  # fmt: skip
    except requests.RequestException:
        return False
    proof = wire.proof(app.token, question)
    return answer.ok and secrets.compare_digest(answer.content, proof.encode())


def _ask(session: requests.Session, app: address.Address, command: Command, progress: Progress) -> Result:
    headers = {"Authorization": f"Bearer {app.token}", "Accept-Encoding": "identity"}
    with session.post(
        app.url + address.PATH, data=wire.packed(command), headers=headers, stream=True, allow_redirects=False,
        timeout=(CONNECT_SECONDS, SILENCE_SECONDS),
    ) as answer:  # fmt: skip
        if answer.status_code == requests.codes.request_entity_too_large:
            raise wrong("cli-file-too-large")
        answer.raise_for_status()
        pieces: Iterator[bytes] = answer.iter_content(wire.CHUNK)
        return wire.heard(pieces, progress)
