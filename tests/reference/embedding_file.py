"""Writes the Parquet file that pandas makes, for tests/embedding_file: pip install pandas pyarrow."""

import base64
import io

import numpy as np
import pandas as pd

values = np.arange(6, dtype=np.float32).reshape(3, 2) + 1
table = pd.DataFrame({"identity": ["b", "a", "b"], "path": ["1.jpg", "2.jpg", "3.jpg"]})
table["embedding"] = list(values)
file = io.BytesIO()
table.to_parquet(file, index=False, compression="snappy", store_schema=False)
print(base64.b64encode(file.getvalue()).decode())
