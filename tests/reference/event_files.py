"""TensorBoard's own word on event files, in two ways.

    pip install tensorboard==2.21.0
    python tests/reference/event_files.py

writes tests/reporting/tensorboard/golden.json: a file by TensorBoard's own writer of records and its
own messages, and what its reader makes of that file.

    python tests/reference/event_files.py FOLDER

prints what TensorBoard reads in a folder of event files, and how it opens the projector there.
"""

import base64
import json
import sys
from pathlib import Path

import numpy as np
from google.protobuf import text_format
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator
from tensorboard.backend.event_processing.event_file_loader import EventFileLoader
from tensorboard.compat.proto import event_pb2, summary_pb2, tensor_pb2, types_pb2
from tensorboard.plugins.hparams import metadata as hparams
from tensorboard.plugins.hparams import plugin_data_pb2
from tensorboard.plugins.projector import projector_config_pb2, projector_plugin
from tensorboard.summary.writer.record_writer import RecordWriter

HERE = Path(__file__).resolve().parent
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DAwPAfAAcAAf9+CLHQAAAAAElFTkSuQmCC"
)


def events():
    """The events of tests/reporting/tensorboard/event_file_test.ts, in TensorBoard's messages."""
    yield event_pb2.Event(wall_time=1700000000.125, file_version="brain.Event:2")
    start = event_pb2.SessionLog(status=event_pb2.SessionLog.START)
    yield event_pb2.Event(wall_time=1700000000.125, step=1, session_log=start)
    Value = summary_pb2.Summary.Value
    yield event_pb2.Event(wall_time=1700000001, step=300, summary=summary_pb2.Summary(value=[
        Value(tag="training/loss", simple_value=0.125),
        Value(tag="検証/AUC", simple_value=0.9),
    ]))
    picture = summary_pb2.Summary.Image(height=1, width=2, encoded_image_string=PNG)
    text = tensor_pb2.TensorProto(
        dtype=types_pb2.DT_STRING, tensor_shape={}, string_val=["    リン | <b>".encode()])
    plugin = summary_pb2.SummaryMetadata.PluginData(plugin_name="text")
    metadata = summary_pb2.SummaryMetadata(
        plugin_data=plugin, data_class=summary_pb2.DATA_CLASS_TENSOR)
    yield event_pb2.Event(wall_time=1700000002, summary=summary_pb2.Summary(value=[
        Value(tag="augmented", image=picture),
        Value(tag="settings", tensor=text, metadata=metadata),
    ]))
    # One at a time: the order in which Python writes a map is anyone's guess.
    for kind, value in [("string_value", "リン"), ("bool_value", True), ("number_value", 0.2)]:
        session = plugin_data_pb2.SessionStartInfo()
        setattr(session.hparams[kind], kind, value)
        row = hparams.create_summary_metadata(
            plugin_data_pb2.HParamsPluginData(session_start_info=session))
        row.data_class = summary_pb2.DATA_CLASS_TENSOR
        yield event_pb2.Event(wall_time=1700000003, summary=summary_pb2.Summary(value=[
            Value(tag=hparams.SESSION_START_INFO_TAG, tensor=hparams.NULL_TENSOR, metadata=row),
        ]))


def read_events(folder):
    """What TensorBoard's reader of a run finds, by kind and tag."""
    reader = EventAccumulator(
        str(folder), size_guidance={"scalars": 0, "images": 0, "tensors": 0})
    reader.Reload()
    tags = reader.Tags()
    return {
        "scalars": {
            tag: [[e.step, e.value] for e in reader.Scalars(tag)] for tag in tags["scalars"]
        },
        "pictures": {
            tag: [[e.step, e.width, e.height, base64.b64encode(e.encoded_image_string).decode()]
                  for e in reader.Images(tag)]
            for tag in tags["images"]
        },
        "texts": {
            tag: [e.tensor_proto.string_val[0].decode() for e in reader.Tensors(tag)]
            for tag in tags["tensors"] if tag != hparams.SESSION_START_INFO_TAG
        },
        "settings": read_settings(reader),
    }


def read_settings(reader):
    if hparams.SESSION_START_INFO_TAG not in reader.Tags()["tensors"]:
        return None
    plugin = reader.SummaryMetadata(hparams.SESSION_START_INFO_TAG).plugin_data
    found = hparams.parse_session_start_info_plugin_data(plugin.content).hparams
    return {name: getattr(found[name], found[name].WhichOneof("kind")) for name in sorted(found)}


def read_projector(folder):
    """What the projector's plugin makes of its files."""
    path = folder / "projector_config.pbtxt"
    if not path.exists():
        return None
    config = text_format.Parse(path.read_text(), projector_config_pb2.ProjectorConfig())
    (embedding,) = config.embeddings
    tensor_path = str(folder / embedding.tensor_path)
    try:
        tensor = projector_plugin._read_tensor_tsv_file(tensor_path)
    except UnicodeDecodeError:
        tensor = projector_plugin._read_tensor_binary_file(tensor_path, embedding.tensor_shape)
    # As the page does: lines apart at line feeds, columns at tabs.
    metadata = (folder / embedding.metadata_path).read_bytes().decode()
    lines = metadata.rstrip("\n").split("\n")
    return {
        "embeddings": np.asarray(tensor).tolist(),
        "metadata": [line.split("\t") for line in lines],
        "side": list(embedding.sprite.single_image_dim),
    }


def write_golden():
    folder = HERE.parent / "reporting" / "tensorboard"
    path = folder / "events.out.tfevents.golden"
    with open(path, "wb") as file:
        writer = RecordWriter(file)
        for event in events():
            writer.write(event.SerializeToString(deterministic=True))
    golden = {
        "file": base64.b64encode(path.read_bytes()).decode(),
        "events": len(list(EventFileLoader(str(path)).Load())),
        "read": read_events(path),
    }
    path.unlink()
    text = json.dumps(golden, indent=2, ensure_ascii=False)
    (folder / "golden.json").write_text(text + "\n", encoding="utf-8")


if len(sys.argv) > 1:
    root = Path(sys.argv[1])
    print(json.dumps({**read_events(root), "projector": read_projector(root)}))
else:
    write_golden()
