package org.yinxin.hall.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.yinxin.hall.archive.pdf.PdfReader;

/** The archive in a temporary folder, for tests of the rooms that use it. */
@Configuration(proxyBeanMethods = false)
@Import({ArchivePapers.class, StorePaper.class, ReadPaper.class, DrawPage.class})
public class PaperArchive {

    @Bean
    PdfReader pdfReader() {
        return new PdfReader(Path.of("target", "fonts"));
    }

    @Bean
    SealedFolder sealedFolder(SecureRandom random) {
        try {
            Path folder = Files.createTempDirectory("yinxin-papers");
            folder.toFile().deleteOnExit();
            return new SealedFolder(folder, new byte[SealedFolder.KEY_BYTES], random);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
