package org.fourportals.portal;

/** One entry of a portal's navigation, its label in the page's language. */
public record NavItem(String label, String href, String icon, boolean current) {
}
