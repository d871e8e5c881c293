"""What a crawl offers to others, and whom it believes."""

from __future__ import annotations

import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from crawl.test_crawl import blog_with_sitemap, post

if TYPE_CHECKING:
    from crawl.conftest import Blog, Crawls

LISTENS = "0A"
"""The state of a socket that waits for others, in the kernel's table."""


def listening(pid: int) -> list[str]:
    """The addresses on which a process waits for others."""
    mine = set()
    for link in Path(f"/proc/{pid}/fd").iterdir():
        try:
            mine.add(str(link.readlink()))
        except FileNotFoundError:
            continue
    found = []
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == LISTENS and f"socket:[{fields[9]}]" in mine:
                found.append(fields[1])
    return found


def test_a_crawl_waits_for_nobody(blog: Blog, crawls: Crawls) -> None:
    (path,) = blog_with_sitemap(blog, ["Late Trains"])
    seen: list[list[str]] = []

    def look(handler: BaseHTTPRequestHandler) -> None:
        seen.append(listening(crawl.pid))
        body = post("Late Trains").encode()
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    blog.answers[path] = look
    crawl = crawls.start(blog.home)
    out, errors = crawl.finish()
    assert '"good"' in out, errors
    assert seen == [[]]


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate that nobody but its owner has signed, and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file = tmp_path / "certificate.pem"
    file.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return file


def test_a_certificate_that_does_not_hold_is_named(
    blogs: Callable[..., Blog], crawls: Crawls, certificate: Path
) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)

    class Secure(ThreadingHTTPServer):
        def finish_request(self, request: Any, client_address: Any) -> None:
            super().finish_request(context.wrap_socket(request, server_side=True), client_address)

        def handle_error(self, *_: Any) -> None:
            """Silence: that the crawl hangs up is the point."""

    blog = blogs(Secure)
    blog_with_sitemap(blog, ["Late Trains"])
    (report,) = crawls.run(blog.home.replace("http://", "https://"), settings={"RETRY_TIMES": 0})
    assert report["state"] == "broken" and report["reason"].endswith(": certificate")
    assert blog.asked == []
    trusting = {"DOWNLOAD_VERIFY_CERTIFICATES": False, "RETRY_TIMES": 0}
    (report,) = crawls.run(blog.home.replace("http://", "https://"), settings=trusting)
    assert report["state"] == "good"  # it was the certificate alone
