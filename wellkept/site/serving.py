"""``wellkept serve``: pages and background work in one process, until it is told to stop."""

from __future__ import annotations

import gc
import logging
import os
import signal
import socket
import threading
from typing import Annotated, Any

import typer

from wellkept.site.addresses import lan_addresses, lan_name

logger = logging.getLogger(__name__)
KEEP_ALIVE = 75  # seconds, longer than a proxy in front keeps its connections
LAN_PATIENCE = 10  # seconds that a slow client in the local network may hold a thread


def serve(
    host: Annotated[str, typer.Option(help="The address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535)] = 8000,
    lan: Annotated[
        bool, typer.Option("--lan", help="Also serve the local network, over HTTPS: for your phone.")
    ] = False,
    lan_port: Annotated[int, typer.Option(min=1, max=65535, help="The port of the local network's door.")] = 8443,
) -> None:
    """Serve Wellkept until Ctrl-C."""
    os.environ.setdefault("SITE_URL", f"http://{_for_humans(host)}:{port}")
    addresses = lan_addresses() if lan else []
    if lan and not addresses:
        _say("This machine is in no local network, so there is nothing for a phone to reach. Connect it and try again.")
        raise typer.Exit(1)
    if lan:
        os.environ["WELLKEPT_LAN_URL"] = f"https://{addresses[0]}:{lan_port}"
        os.environ["WELLKEPT_HOSTS"] = ",".join([os.environ.get("WELLKEPT_HOSTS", ""), *addresses, lan_name()])
    _check_free(host, port)
    if lan:
        _check_free("0.0.0.0", lan_port)  # noqa: S104  the local network is what --lan asks for

    from wellkept.site.preparing import begin

    begin()
    servers = [_plain(host, port)]
    if lan:
        servers.append(_over_tls(lan_port, [*addresses, lan_name(), "localhost", "127.0.0.1"]))
    _run(servers)


def _run(servers: list[Any]) -> None:
    from django.urls import get_resolver

    from wellkept.site.worker import Background

    stopping = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.set())
    get_resolver().url_patterns  # noqa: B018  all pages are loaded now, not when the first one is asked for
    _tidy()
    settle()
    background = Background()
    background.start()
    for server in servers:
        server.prepare()
        threading.Thread(target=server.serve, name="wellkept-door", daemon=True).start()
    _greet()
    stopping.wait()
    for server in servers:
        server.stop()
    background.stop()


def settle() -> None:
    """What is loaded by now stays: the collector of cycles, which stops everything while it looks, need not look there. Nor
    need it look a hundred times while one page is made: a page leaves hardly any cycles."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000)


def _plain(host: str, port: int) -> Any:
    from cheroot.wsgi import Server

    from wellkept.site.wsgi import application

    server = Server(
        (host, port), application, numthreads=8, timeout=KEEP_ALIVE, shutdown_timeout=5, server_name="Wellkept"
    )
    server.max_request_body_size = None  # the pages refuse what is too large in their own words (web/bodies.py)
    server.max_request_header_size = 64 * 1024
    server.error_log = _log
    return server


def _over_tls(port: int, names: list[str]) -> Any:
    from django.conf import settings

    from wellkept.site.certificates import certificate_for
    from wellkept.site.tls import LanAdapter

    chain, key = certificate_for(names=names, folder=settings.TLS_FOLDER)
    server = _plain("0.0.0.0", port)  # noqa: S104  the local network is what --lan asks for
    server.timeout = LAN_PATIENCE
    server.ssl_adapter = LanAdapter(str(chain), str(key))
    return server


def _tidy() -> None:
    """What a start does for the data: finish what was cut off, let go of what has run out."""
    from django.core.management import call_command

    from wellkept.domain.accounts.leaving import remove_stale_guests
    from wellkept.domain.accounts.limits import sweep
    from wellkept.domain.capture.jobs import resume_reading
    from wellkept.domain.contacts.likening_jobs import resume_likening
    from wellkept.domain.exchange.exporting.ordering import sweep_exports
    from wellkept.domain.exchange.jobs import resume_unfinished
    from wellkept.domain.exchange.restoring.jobs import resume_restores
    from wellkept.site.sweeping import sweep_leftovers

    sweep()
    sweep_leftovers()
    remove_stale_guests()
    call_command("clearsessions")
    sweep_exports()
    resume_unfinished()
    resume_likening()
    resume_restores()
    resume_reading()


def _greet() -> None:
    from django.conf import settings
    from rich.console import Console

    console = Console(highlight=False)
    console.print(f"Wellkept is at [bold]{settings.SITE_URL}[/bold]", soft_wrap=True)
    if settings.LAN_URL:
        console.print(f"On your phone: {settings.LAN_URL} (see {settings.SITE_URL}/phone)", soft_wrap=True)
    console.print("Stop it with Ctrl-C.", style="dim")


def _check_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            _say(
                f"Cannot listen at {host}:{port}: {error.strerror}. Is Wellkept running already? Else: --port {port + 1}"
            )
            raise typer.Exit(1) from error


def _for_humans(host: str) -> str:
    return {"0.0.0.0": "127.0.0.1", "::": "[::1]", "::1": "[::1]"}.get(host, host)  # noqa: S104


def _say(text: str) -> None:
    typer.echo(text, err=True)


def _log(msg: str = "", level: int = 20, traceback: bool = False) -> None:
    logger.log(logging.ERROR if traceback else logging.INFO, msg, exc_info=traceback)
