package org.fourportals.base;

/** The door through which someone acts. */
public enum Portal {
    WEB(""), MOBILE("/m"), KIOSK("/kiosk"), COUNTER("/counter"), OFFICE("/office"), API("/api");

    private final String path;

    Portal(String path) {
        this.path = path;
    }

    /** The path all its pages begin with; empty for the web portal. */
    public String path() {
        return path;
    }

    /** The portal whose pages begin with the first part of this path. */
    public static Portal of(String requestPath) {
        for (Portal portal : values()) {
            if (portal != WEB && (requestPath.equals(portal.path) || requestPath.startsWith(portal.path + "/"))) {
                return portal;
            }
        }
        return WEB;
    }
}
