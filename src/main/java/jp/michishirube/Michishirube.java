package jp.michishirube;

import jp.michishirube.launch.Launch;

/** Entry of the jar: runs the product (with what it needs around it), or one of its commands. */
public final class Michishirube {

    private Michishirube() {}

    public static void main(String[] args) {
        Launch.main(Product.class, args);
    }
}
