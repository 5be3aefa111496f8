package org.yinxin.app.installation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.yinxin.app.StartRefused;

/** The names and random first passwords of the first accounts, for the eyes of whoever runs the program. */
record AccountsFile(Path file) {

    void write(Map<String, String> passwords) {
        StringBuilder content = new StringBuilder();
        content.append("# 初始账号与随机密码：请登录后修改密码，并删除本文件。\n");
        content.append(
                "# First accounts and their random passwords: change them and delete this file.\n");
        passwords.forEach(
                (name, password) -> content.append("%-15s %s%n".formatted(name, password)));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Secrets.write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartRefused(
                    "The first accounts cannot be written to %s: %s".formatted(file, Reasons.of(e)),
                    e);
        }
    }
}
