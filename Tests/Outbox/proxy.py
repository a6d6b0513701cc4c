"""A wire that is cut after so many bytes."""

import socket
import threading


class Wire:
    """Forwards each connection to a port, and cuts it once `limit` bytes went up; None lets everything through.

    `loses_answers` cuts it as soon as an answer comes.
    """

    def __init__(self, port: int):
        self.target, self.limit, self.carried, self.loses_answers = port, None, 0, False
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self.accept, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def accept(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.forward, args=(client,), daemon=True).start()

    def forward(self, client: socket.socket) -> None:
        server = socket.create_connection(("127.0.0.1", self.target))
        threading.Thread(target=self.pump, args=(server, client), daemon=True).start()
        self.carried = 0
        try:
            while data := client.recv(4096):
                allowed = len(data) if self.limit is None else self.limit - self.carried
                server.sendall(data[:allowed])
                self.carried += min(len(data), allowed)
                if allowed < len(data):
                    break
        except OSError:
            pass
        for end in (client, server):
            end.close()

    def pump(self, source: socket.socket, sink: socket.socket) -> None:
        try:
            while data := source.recv(4096):
                if self.loses_answers:
                    break
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass

    def close(self) -> None:
        self.listener.close()
