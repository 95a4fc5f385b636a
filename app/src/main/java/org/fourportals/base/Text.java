package org.fourportals.base;

/** What a person reads, in both languages; neither may be missing. */
public record Text(String zh, String en) {

    public Text {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("A text needs both languages: zh=" + zh + ", en=" + en);
        }
    }

    public String in(Language language) {
        return language == Language.ZH ? zh : en;
    }
}
