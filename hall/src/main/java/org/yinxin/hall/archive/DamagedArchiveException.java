package org.yinxin.hall.archive;

import org.jspecify.annotations.Nullable;

/** A paper in the archive is not what was filed. Nobody gets to see it; somebody must look at the disk. */
public final class DamagedArchiveException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    DamagedArchiveException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
