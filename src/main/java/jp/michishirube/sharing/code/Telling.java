package jp.michishirube.sharing.code;

import org.springframework.ui.Model;

/** For a kind of pass that opens nothing: what its page tells at once, to whoever looks. Nothing personal, and no trace. */
public interface Telling {

    PassKind kind();

    /** @return name of the page */
    String tell(Pass pass, Model model);
}
