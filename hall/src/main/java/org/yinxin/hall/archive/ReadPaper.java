package org.yinxin.hall.archive;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes a paper out of the archive; its digest is compared on the way. It asks nobody who they are: the caller must
 * know that the paper belongs to a case which the actor may see.
 */
@Component
public class ReadPaper {

    private final SealedFolder folder;
    private final ArchivePapers papers;

    ReadPaper(SealedFolder folder, ArchivePapers papers) {
        this.folder = folder;
        this.papers = papers;
    }

    /**
     * Empty when there is no such paper.
     *
     * @throws DamagedArchiveException if what is there is not what was filed
     */
    public Optional<PaperContent> read(PaperId id) {
        return papers.find(id).map(about -> new PaperContent(about, folder.read(id)));
    }

    /** What is known of a paper without opening it. */
    public Optional<StoredPaper> about(PaperId id) {
        return papers.find(id);
    }
}
