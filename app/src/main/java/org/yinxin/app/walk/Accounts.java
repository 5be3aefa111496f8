package org.yinxin.app.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The staff's first passwords, as the file of the first start holds them. */
record Accounts(Map<String, String> passwords) {

    static Accounts read(Path file) {
        Map<String, String> passwords = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.strip().split("\\s+", -1);
                if (words.length >= 2 && !line.startsWith("#")) {
                    passwords.put(words[0], words[1]);
                }
            }
        } catch (IOException e) {
            throw new StepFailed("the accounts in %s cannot be read".formatted(file), e);
        }
        return new Accounts(passwords);
    }

    String password(String name) {
        String password = passwords.get(name);
        if (password == null) {
            throw new StepFailed("there is no account " + name);
        }
        return password;
    }
}
