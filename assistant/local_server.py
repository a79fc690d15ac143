"""The child process that serves a model file with llama.cpp; ``assistant.local_model`` starts it.

A module of its own that imports next to nothing: the client's libraries would cost it seconds and 80 MB.
"""

import os
import sys

KEY = "GESPREKSCOACH_LOCAL_KEY"
"""Environment variable with the key that every request must carry."""

# A question with five passages and its answer take some 3,000 tokens at most; two people go at once.
_CONTEXT_EACH, _AT_ONCE = 4096, 2


def threads(cores: int) -> int:
    """How many of the machine's cores compute: half of them, at least one.

    The page and the search need one too, and logical cores come in pairs. llama.cpp's threads wait for
    each other at every step: with two on two cores that others use as well, it was 3 to 10 times as slow.
    """
    return max(1, cores // 2)


def serve(path: str) -> None:
    """Loads the file, tells its address on standard output, and lives until standard input closes."""
    import xllamacpp

    params = xllamacpp.CommonParams()
    params.model.path = path
    params.hostnames, params.port = ["127.0.0.1"], 0
    params.api_keys = [os.environ[KEY]]
    params.n_ctx, params.n_parallel = _CONTEXT_EACH * _AT_ONCE, _AT_ONCE
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads(os.cpu_count() or 1)
    params.cache_ram_mib = 0  # it would keep what people asked, up to 8 GB of it
    params.ui = params.endpoint_slots = params.endpoint_metrics = params.endpoint_props = False
    params.verbosity = -1  # llama.cpp would print what people ask
    server = xllamacpp.Server(params)
    sys.stdout.write(f"{server.listening_address}\n")
    sys.stdout.flush()
    sys.stdin.read()  # only now: loading holds Python's lock, so that no thread could have listened
    os._exit(0)  # the server's threads have nothing to save


if __name__ == "__main__":
    serve(sys.argv[1])
