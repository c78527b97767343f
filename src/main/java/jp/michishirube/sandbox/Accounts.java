package jp.michishirube.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The invented people who can sign in. All share one password, which README tells and the sign-in page does not. */
@Component
class Accounts implements UserDetailsService {

    private static final String PASSWORD = "michishirube";

    /** @param office null for the city's staff and helpers */
    record Account(String id, String name, String office, List<String> roles) {

        String mail() {
            return id + "@michishirube.example.jp";
        }
    }

    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Shapes shapes = new Shapes();
    private final String hash;

    Accounts() {
        PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
        this.hash = encoder.encode(PASSWORD);
        add("aoba1", "佐藤 恵", "AOBA", "CARE_MANAGER", "OFFICE_LEADER");
        add("aoba2", "鈴木 健", "AOBA", "CARE_MANAGER");
        add("wakakusa1", "髙橋 美咲", "WAKAKUSA", "CARE_MANAGER", "OFFICE_LEADER");
        add("wakakusa2", "伊藤 翔", "WAKAKUSA", "CARE_MANAGER");
        add("chuo1", "渡邉 直子", "CHUO", "CARE_MANAGER", "OFFICE_LEADER");
        add("chuo2", "山﨑 大輔", "CHUO", "CARE_MANAGER");
        add("review1", "中村 由美", null, "REVIEWER");
        add("review2", "小林 誠", null, "REVIEWER");
        add("roster1", "加藤 浩", null, "ROSTER_MANAGER");
        add("admin1", "吉田 管理", null, "PROCESS_ADMIN");
        add("machi1", "斎藤 一郎", null, "NEIGHBOURHOOD_LEADER");
        add("minsei1", "松本 和子", null, "WELFARE_COMMISSIONER");
    }

    private void add(String id, String name, String office, String... roles) {
        accounts.put(id, new Account(id, name, office, List.of(roles)));
    }

    List<Account> all() {
        return List.copyOf(accounts.values());
    }

    /** @return null for a system's token, which names no person */
    Account find(String id) {
        return accounts.get(id);
    }

    Shapes shapes() {
        return shapes;
    }

    /** @return what the tokens of whoever signs in so carry as {@code sub} */
    String subject(String login) {
        return shapes.ofLogin(login).map(Shapes.Shape::subject).orElse(login);
    }

    @Override
    public UserDetails loadUserByUsername(String login) {
        String id = subject(login);
        if (!accounts.containsKey(id) && shapes.ofSubject(id).isEmpty()) {
            throw new UsernameNotFoundException("unknown account");
        }
        return User.withUsername(id).password(hash).authorities("PERSON").build();
    }
}
