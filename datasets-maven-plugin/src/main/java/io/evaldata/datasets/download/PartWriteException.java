package io.evaldata.datasets.download;

import io.evaldata.datasets.DatasetsException;
import java.io.IOException;
import java.nio.file.Path;

/** The cache cannot take the bytes; asking the server again would not help. */
final class PartWriteException extends IOException {
    PartWriteException(Path part, IOException cause) {
        super("cannot write " + part + ": " + cause.getMessage(), cause);
    }

    DatasetsException report(FetchRequest request) {
        return new DatasetsException(
                request.label() + ": " + getMessage(),
                "Make room or choose another folder with -Ddatasets.cache; what has arrived is kept.",
                this);
    }
}
