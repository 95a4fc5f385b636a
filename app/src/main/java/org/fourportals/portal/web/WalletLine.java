package org.fourportals.portal.web;

import java.util.List;

import org.fourportals.portal.kit.Confirmation;
import org.fourportals.portal.kit.Tile;
import org.jspecify.annotations.Nullable;

/** A document of the wallet as its owner sees it, with the cases that rest on it and the question before it is withdrawn. */
public record WalletLine(String title, String fileName, String size, String handedIn, @Nullable String validUntil, boolean picture, String url,
        List<Tile> usedIn, Confirmation withdrawal) {
}
