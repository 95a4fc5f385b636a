package org.fourportals.portal.kit;

import org.jspecify.annotations.Nullable;

/**
 * What a person takes away when the case is in: its number, when, and a code to scan.
 *
 * @param qrSvg the code as an SVG element made by us; it is put into the page as it is
 */
public record Receipt(String title, String number, String at, @Nullable String qrSvg, @Nullable String qrLabel) {
}
