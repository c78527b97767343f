package jp.michishirube.casefile;

import java.util.Set;
import jp.michishirube.organization.Person;

/** For which 町 a 民生委員 acts; implemented above, where the municipality's readers are known. */
public interface CommissionerAreas {

    /** Empty for whom the municipality names none, and for whoever is no 民生委員: nobody of the city is then theirs to confirm. */
    Set<String> of(Person person);
}
