"""The page; the only importer of gradio."""

import os

# Gradio reads these when it is imported: no analytics, and no look-up of its own host.
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
