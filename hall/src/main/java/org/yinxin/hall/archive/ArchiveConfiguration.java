package org.yinxin.hall.archive;

import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yinxin.hall.archive.pdf.PdfReader;
import org.yinxin.hall.privacy.KeyFile;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArchiveSettings.class)
class ArchiveConfiguration {

    @Bean
    SealedFolder sealedFolder(ArchiveSettings settings, SecureRandom random) {
        byte[] key = KeyFile.read(settings.archiveKeyFile(), SealedFolder.KEY_BYTES);
        return new SealedFolder(settings.archiveFolder(), key, random);
    }

    /** The list of fonts stands beside the papers, where only the hall can write. */
    @Bean
    PdfReader pdfReader(ArchiveSettings settings) {
        return new PdfReader(settings.archiveFolder().resolve(".fonts"));
    }
}
