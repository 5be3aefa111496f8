package org.yinxin.hall.privacy;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the column key is.
 *
 * @param columnKeyFile 64 raw bytes, see {@link AesColumnCipher}
 */
@ConfigurationProperties("yinxin.hall")
record PrivacySettings(Path columnKeyFile) {}
