package org.yinxin.keyagent.softtoken;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.yinxin.keyagent.medium.KeyAnswer;
import org.yinxin.keyagent.medium.KeyRefusal;
import org.yinxin.keyagent.medium.TokenId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Token files in a folder, as JSON. */
final class TokenFiles {

    private final Folder folder;
    private final JsonMapper json = JsonMapper.builder().build();

    TokenFiles(Folder folder) {
        this.folder = folder;
    }

    /** All tokens that can be read; a damaged one does not hide the others. */
    List<TokenFile> all() {
        List<TokenFile> all = new ArrayList<>();
        try {
            for (String name : folder.names()) {
                if (TokenId.isId(name)
                        && find(new TokenId(name)) instanceof KeyAnswer.Done<TokenFile>(var file)) {
                    all.add(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    KeyAnswer<TokenFile> find(TokenId id) {
        try {
            return folder.read(id.value())
                    .map(bytes -> parse(id, bytes))
                    .orElseGet(() -> KeyAnswer.refused(KeyRefusal.UNKNOWN_TOKEN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KeyAnswer<TokenFile> parse(TokenId id, byte[] bytes) {
        try {
            JsonNode object = json.readTree(bytes);
            if (!object.isObject()) {
                return KeyAnswer.refused(KeyRefusal.DAMAGED);
            }
            TokenFile file = json.treeToValue(object, TokenFile.class);
            // Reading the points now keeps a damaged file from failing in the middle of something.
            file.containers().forEach(Containers::view);
            return file.id().equals(id.value())
                    ? KeyAnswer.done(file)
                    : KeyAnswer.refused(KeyRefusal.DAMAGED);
        } catch (JacksonException | IllegalStateException e) {
            return KeyAnswer.refused(KeyRefusal.DAMAGED);
        }
    }

    void write(TokenFile file) {
        try {
            folder.replace(file.id(), json.writeValueAsBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the token file", e);
        }
    }
}
