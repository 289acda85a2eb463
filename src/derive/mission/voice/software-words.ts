import { stem } from '../../similar/stem.ts';

/** Words of software at large: rare in common English, usual in what is asked of any program. */
export const SOFTWARE: ReadonlySet<string> = new Set(
  `access actual admin apis attach automate base behavior behaviour below com compile compiled define deprecated fail functionality generate library location net org parity reference return sample specific android api app application apps array attribute automatically backend browser build button cache callback class click client
  code column command comment component config configuration configure content context convert copy custom customize dashboard data
  database date debug default delete deploy desktop developer developers device dialog directory display docs documentation download
  dropdown edit editor email enable endpoint environment error errors event events expose external feature field fields file files
  filter folder form format frontend function github handle handler header hidden html id image images import input insert install
  installation interface ios issue item items java javascript js json key label layout link linux list load local log login mac macos
  manually menu message method methods mobile mode model module modules multiple native node null object open option options output
  package page pages parameter parameters password path performance platform plugin popup preview previous process project projects
  properties property query refresh release remove rename render repo repository response row run save screen script scroll sdk search
  select server session setting settings sidebar software source specify sql string style support switch sync syntax system tab table
  tables tag tags template terminal test tests text theme ticket toggle tool tools type ui update updated updates upload url user username ux
  validation value values variable variables version via video view web website widget window windows workflow xml`
    .split(/\s+/)
    .map(stem),
);
