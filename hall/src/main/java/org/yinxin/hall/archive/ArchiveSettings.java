package org.yinxin.hall.archive;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the papers are.
 *
 * @param archiveFolder the folder of the sealed papers; made if absent
 * @param archiveKeyFile 32 raw bytes
 */
@ConfigurationProperties("yinxin.hall")
record ArchiveSettings(Path archiveFolder, Path archiveKeyFile) {}
