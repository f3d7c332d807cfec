"""A scheduler of Dask and its workers as a service runs them: real processes, TLS on both sides, no keys on workers."""

import datetime
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from corredores_graders.engine.courier_process import Tls

#: A worker that is not heard of for so long is given up, and what it was doing is done by another.
SECONDS_UNHEARD = 6
_DASK = str(Path(sys.executable).with_name("dask"))


class Service:
    """A scheduler on the loopback, and workers."""

    def __init__(self, folder: Path, package: Path) -> None:
        self.folder, self.package = folder, package
        self.tls = make_certificates(folder / "tls")
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.address = f"tls://127.0.0.1:{self.port}"
        self.workers: list[subprocess.Popen[bytes]] = []
        self.start_scheduler()

    def start_scheduler(self) -> None:
        """Start the scheduler, and wait until it listens."""
        self.scheduler = self._start("scheduler", "--protocol", "tls", "--host", "127.0.0.1", "--port", str(self.port))
        until = time.monotonic() + 60
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                assert self.scheduler.poll() is None and time.monotonic() < until, self.log("scheduler")
                time.sleep(0.1)

    def start_workers(self, count: int, package: Path | None = None) -> list["subprocess.Popen[bytes]"]:
        """Start workers, and wait until the scheduler knows them."""
        known = self._registered()
        command = ["worker", self.address, "--nthreads", "1", "--no-nanny"]
        self.workers += [self._start(*command, package=package) for _ in range(count)]
        until = time.monotonic() + 60
        while self._registered() < known + count:
            assert time.monotonic() < until, self.log("worker")
            time.sleep(0.1)
        return self.workers[-count:]

    def options(self) -> list[str]:
        """What `corredores grade` is told to use it."""
        files = zip(("--tls-ca", "--tls-cert", "--tls-key"), map(str, self.tls), strict=True)
        return ["--scheduler", self.address, *(part for pair in files for part in pair)]

    def stop_workers(self) -> None:
        """End the workers, whatever state they are in."""
        for worker in self.workers:
            end(worker)
        self.workers.clear()

    def stop(self) -> None:
        """End everything."""
        self.stop_workers()
        end(self.scheduler)

    def log(self, name: str) -> str:
        """What a process wrote."""
        return (self.folder / f"{name}.log").read_text(encoding="utf-8", errors="replace")[-4000:]

    def _registered(self) -> int:
        """How many workers the scheduler has ever heard of."""
        return (self.folder / "scheduler.log").read_text(encoding="utf-8").count("Register worker")

    def _start(self, kind: str, *arguments: str, package: Path | None = None) -> "subprocess.Popen[bytes]":
        authority, certificate, key = map(str, self.tls)
        files = ["--tls-ca-file", authority, "--tls-cert", certificate, "--tls-key", key]
        with (self.folder / f"{kind}.log").open("ab") as log:
            return subprocess.Popen(
                [_DASK, kind, *arguments, *files, "--no-dashboard"],
                cwd=self.folder,
                stdout=log,
                stderr=log,
                env={
                    **os.environ,
                    "PYTHONPATH": str(package or self.package),
                    "DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": f"{SECONDS_UNHEARD}s",
                    "DASK_TEMPORARY_DIRECTORY": str(self.folder / "dask"),
                },
            )


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a process, stopped or not."""
    with suppress(ProcessLookupError):
        process.send_signal(signal.SIGCONT)
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def make_certificates(folder: Path) -> Tls:
    """Make an authority and a certificate of its for every side."""
    folder.mkdir(parents=True)
    authority, node = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    tls = Tls(folder / "ca.pem", folder / "cert.pem", folder / "key.pem")
    pem = serialization.Encoding.PEM
    tls.authority.write_bytes(_certificate("authority", authority, authority, True).public_bytes(pem))
    tls.certificate.write_bytes(_certificate("node", node, authority, False).public_bytes(pem))
    tls.key.write_bytes(node.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))
    return tls


def _certificate(
    subject: str, key: ec.EllipticCurvePrivateKey, issuer: ec.EllipticCurvePrivateKey, authority: bool
) -> x509.Certificate:
    now, day = datetime.datetime.now(datetime.UTC), datetime.timedelta(days=1)
    name = {who: x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, who)]) for who in (subject, "authority")}
    return (
        x509.CertificateBuilder()
        .subject_name(name[subject])
        .issuer_name(name["authority"])
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - day)
        .not_valid_after(now + day)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .sign(issuer, hashes.SHA256())
    )
