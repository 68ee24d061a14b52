package io.evaldata.datasets.download;

/** How a publisher decides who may fetch a file. */
public enum Access {
    /** Anybody; a server may still want the user and password of a {@code <server>} entry named like its host. */
    OPEN(""),
    /** The Hugging Face hub: a bearer token, for some repositories only after their terms were accepted on the site. */
    HUGGINGFACE("huggingface"),
    /** The Cityscapes site: a login form that sets a session cookie. */
    CITYSCAPES("cityscapes");

    private final String serverId;

    Access(String serverId) {
        this.serverId = serverId;
    }

    /** The id of the {@code <server>} entry in settings.xml that holds the credentials; empty for {@link #OPEN}. */
    public String serverId() {
        return serverId;
    }
}
