"""Run in a child process: opens a Chroma folder and asks it something. A hang or a crash then kills only the child.

``python -m memory.chroma_probe FOLDER COLLECTION DIMENSION`` prints the count and exits 0 when all is well.
"""

from __future__ import annotations

import sys


def main(folder: str, name: str, dimension: int) -> int:
    """Count, list and query the collection; a folder without it counts 0."""
    import chromadb
    from chromadb.config import Settings

    from memory.chroma_index import BottegaEmbedding

    client = chromadb.PersistentClient(path=folder, settings=Settings(anonymized_telemetry=False))
    if name not in {collection.name for collection in client.list_collections()}:
        print(0)
        return 0
    collection = client.get_collection(name, embedding_function=BottegaEmbedding())
    count = collection.count()
    if count != len(collection.get(include=[])["ids"]):
        return 3
    if count:
        collection.query(query_embeddings=[[1.0] + [0.0] * (dimension - 1)], n_results=min(3, count), include=[])
    client.close()
    print(count)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3])))
