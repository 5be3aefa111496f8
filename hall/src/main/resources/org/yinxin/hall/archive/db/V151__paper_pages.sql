-- Papers may be PDF documents of several pages; a picture is one page.
ALTER TABLE archive_paper ADD COLUMN pages integer NOT NULL DEFAULT 1 CHECK (pages > 0);
ALTER TABLE archive_paper ALTER COLUMN pages DROP DEFAULT;
ALTER TABLE archive_paper DROP CONSTRAINT archive_paper_format_check;
ALTER TABLE archive_paper ADD CONSTRAINT archive_paper_format_check
    CHECK (format IN ('JPEG', 'PNG', 'BMP', 'PDF'));
