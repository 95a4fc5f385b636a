package org.fourportals.base;

import java.util.Locale;

/** The two languages in which every page, message and letter exists. */
public enum Language {
    ZH("zh-CN", "中文"), EN("en", "English");

    private final String tag;
    private final String label;

    Language(String tag, String label) {
        this.tag = tag;
        this.label = label;
    }

    /** BCP 47 tag, for `lang` attributes. */
    public String tag() {
        return tag;
    }

    /** The language's own name for itself. */
    public String label() {
        return label;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /** From a tag such as {@code zh}, {@code zh-CN} or {@code en-GB}; Chinese where it is neither. */
    public static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
    }
}
