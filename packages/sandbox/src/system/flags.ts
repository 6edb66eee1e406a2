import { json } from "../http/answer.ts";
import type { Route } from "../http/routes.ts";

/** Flags and marks by key; behind it the name where it is not the key in words, with `~` for a space. */
const flags = `
  afghanistan africare akros aland_islands=Åland~Islands albania algeria american_samoa andorra angola
  anguilla antarctica antigua_and_barbuda=Antigua~and~Barbuda argentina armenia aruba australia austria
  azerbaijan bahamas bahrain bangladesh barbados belarus belgium belize benin bermuda bhutan bolivia
  bosnia_and_herzegovina=Bosnia~and~Herzegovina botswana bouvet_island brazil british_indian_ocean_territory
  british_virgin_islands brunei bulgaria burkina_faso burkina_faso_coat_of_arms=Burkina~Faso~Coat~of~Arms
  burundi cambodia cameroon canada cape_verde caribbean_netherlands cayman_islands central_african_republic
  chad chile china christmas_island cidrz=CIDRZ cocos_keeling_islands=Cocos~(Keeling)~Islands colombia
  comoros congo_brazzaville=Republic~of~the~Congo congo_kinshasa=Democratic~Republic~of~the~Congo
  cook_islands cordaid costa_rica cote_d_ivoire_ivory_coast=Côte~d'Ivoire~(Ivory~Coast) croatia cuba
  curacao=Curaçao cyprus czechia demoland denmark djibouti dominica dominican_republic dr_congo=DR~Congo
  east_africa_community ecowas=ECOWAS ecuador egypt el_salvador engender_health england equatorial_guinea
  eritrea estonia eswatini_swaziland=Eswatini~(Swaziland) ethiopia european_union falkland_islands
  faroe_islands fhi360=FHI360 fiji finland forut=FORUT france french_guiana french_polynesia
  french_southern_and_antarctic_lands=French~Southern~and~Antarctic~Lands gabon gambia georgia germany ghana
  gibraltar global_fund greece greenland grenada guadeloupe guam guatemala guernsey guinea guinea_bissau
  guyana haiti heard_island_and_mcdonald_islands=Heard~Island~and~McDonald~Islands honduras hong_kong
  hungary icap=ICAP iceland ima=IMA india indonesia ippf=IPPF iran=Islamic~Republic~of~Iran iraq
  irc=International~Rescue~Committee ireland isle_of_man=Isle~of~Man israel italy ivory_coast jamaica japan
  jersey jhpiego=JHPIEGO jordan kazakhstan kenya kiribati kosovo kurdistan kuwait kyrgyzstan
  laos=Lao~People's~Democratic~Republic latvia lebanon lesotho liberia libya liechtenstein lithuania
  luxembourg macau madagascar malawi malaysia maldives mali malta marshall_islands martinique mauritania
  mauritius mayotte mexico mhrp=MHRP micronesia moldova monaco mongolia montenegro montserrat morocco
  mozambique msf=MSF msh=MSH msh_white=MSH~White msi=MSI myanmar namibia nauru nepal netherlands
  new_caledonia new_zealand nicaragua niger nigeria niue norfolk_island north_korea north_macedonia
  northern_ireland northern_mariana_islands norway oman pakistan palau palestine palladium panama
  papua_new_guinea paraguay pathfinder pepfar=PEPFAR peru philippines pitcairn_islands
  planned_parenthood=Planned~parenthood poland portugal psi=PSI puerto_rico puntland qatar
  republic_of_the_congo=Republic~of~the~Congo republic_of_trinidad_and_tobago=Republic~of~Trinidad~&~Tobago
  reunion=Réunion romania russia rwanda saint_barthelemy=Saint~Barthélemy
  saint_helena_ascension_and_tristan_da_cunha=Saint~Helena,~Ascension~and~Tristan~da~Cunha
  saint_kitts_and_nevis=Saint~Kitts~and~Nevis saint_lucia saint_martin
  saint_pierre_and_miquelon=Saint~Pierre~and~Miquelon
  saint_vincent_and_the_grenadines=Saint~Vincent~and~the~Grenadines samoa san_marino
  sao_tome_and_principe=Sao~Tome~and~Principe saudi_arabia save_the_children=Save~the~Children scotland
  senegal serbia seychelles sierra_leone sierra_leone_coat_of_arms=Sierra~Leone~Coat~of~Arms singapore
  sint_maarten slovakia slovenia solomon_islands somalia somaliland south_africa
  south_africa_department_of_health=South~Africa~Department~of~Health south_georgia south_korea south_sudan
  spain sri_lanka sudan suriname svalbard_and_jan_mayen=Svalbard~and~Jan~Mayen swaziland sweden switzerland
  syria taiwan tajikistan tanzania thailand timor_leste=Timor-Leste togo tokelau tonga
  trinidad_and_tobago=Trinidad~and~Tobago tunisia turkey turkmenistan
  turks_and_caicos_islands=Turks~and~Caicos~Islands tuvalu uganda ukraine united_arab_emirates
  united_kingdom united_nations united_states united_states_minor_outlying_islands
  united_states_virgin_islands uruguay usaid=USAID uzbekistan vanuatu
  vatican_city_holy_see=Vatican~City~(Holy~See) venezuela vietnam wales wallis_and_futuna=Wallis~and~Futuna
  western_sahara who=WHO yemen zambia zanzibar zimbabwe`;

/** `/api/system/flags`. */
export const flagRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "system/flags",
    handler: () =>
      json(
        flags
          .trim()
          .split(/\s+/)
          .map((entry) => {
            const [key = "", name] = entry.split("=");
            return { name: name?.replaceAll("~", " ") ?? inWords(key), key, path: `${key}.png` };
          }),
      ),
    parameters: [],
  },
];

/** `saint_lucia` as `Saint Lucia`. */
const inWords = (key: string): string =>
  key
    .split("_")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
