/** Nouns and pronouns that name whom something is for; a statement that has one says who is better off. */
const PEOPLE: ReadonlySet<string> = new Set(
  `adult adults advocates african africans agencies aid-workers allies americans amputees animals anybody anyone architects artists
  athlete athletes audiences author authors babies beginners boys buyers candidates carers caregivers cat cats child children
  cities citizen citizens civilians clinicians coders communities community commuters composers consumers cooks couples craftspeople
  creators customers cyclists dancers descendants designers developer developers disciples doctors dogs donors drinkers
  drivers each-other editors educators elders employees engineers entrepreneurs europeans everybody everyone families family
  fans farmer farmers fathers founders freelancer freelancers friends generation generations girl girls gamers grandparents growers
  guests hobbyists homeowners homes households human humanity humans immigrants individuals inmates innovators inventors
  investigators journalists kids landlords lawyers leaders learner learners librarians lives locals loved-ones maintainers makers
  managers mankind members merchants migrants millions minorities mothers musicians nation nations neighbors neighbours neighborhood
  newcomers nonprofits nurses organizations organisations orphans others owners parents passengers patient patients peasants people
  peoples performers person persons pets photographers physicians pilots planet players poets practitioners prisoners
  professionals programmers public readers refugee refugees renters reporters researchers residents restaurants retailers riders
  runners schools scientists sellers seniors shoppers shops singers societies society soldiers students subscribers suppliers
  survivors teacher teachers team teams teenagers tenants traders translators travelers travellers users veterans victims
  villages villagers visitors volunteers voters women workers workforce world writers youth businesses`.split(
    /\s+/,
  ),
);

/** Adjectives that name people once "the" stands before them: "feed the hungry". */
const AS_PEOPLE: ReadonlySet<string> = new Set(
  `blind deaf disabled elderly homeless hungry oppressed poor self-employed sick unbanked underserved vulnerable young`.split(
    ' ',
  ),
);

export const namesPeople = (words: readonly string[]): boolean =>
  words.some((word, place) => {
    const plain = word.replace(/[’']s?$/, '');
    return PEOPLE.has(plain) || (words[place - 1] === 'the' && AS_PEOPLE.has(plain));
  });
