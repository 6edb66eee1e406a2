/** Codes with names, written `AF Afghanistan; AL Albania`. */
const named = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    text.split(/;\s+/).map((entry) => {
      const [code = "", ...words] = entry.trim().split(/\s+/);
      return [code, words.join(" ")];
    }),
  );

/** Languages of ISO 639-1 by code, with the English names of the Java that the servers run on. */
export const languages: Readonly<Record<string, string>> = named(`
  ab Abkhazian; aa Afar; af Afrikaans; ak Akan; sq Albanian; am Amharic; ar Arabic; an Aragonese; hy
  Armenian; as Assamese; av Avaric; ae Avestan; ay Aymara; az Azerbaijani; bm Bambara; bn Bangla; ba
  Bashkir; eu Basque; be Belarusian; bh Bihari; bi Bislama; bs Bosnian; br Breton; bg Bulgarian; my Burmese;
  ca Catalan; ch Chamorro; ce Chechen; zh Chinese; cu Church Slavic; cv Chuvash; kw Cornish; co Corsican; cr
  Cree; hr Croatian; cs Czech; da Danish; dv Divehi; nl Dutch; dz Dzongkha; en English; eo Esperanto; et
  Estonian; ee Ewe; fo Faroese; fj Fijian; fi Finnish; fr French; ff Fulah; gl Galician; lg Ganda; ka
  Georgian; de German; el Greek; gn Guarani; gu Gujarati; ht Haitian Creole; ha Hausa; he Hebrew; iw Hebrew;
  hz Herero; hi Hindi; ho Hiri Motu; hu Hungarian; is Icelandic; io Ido; ig Igbo; id Indonesian; in
  Indonesian; ia Interlingua; ie Interlingue; iu Inuktitut; ik Inupiaq; ga Irish; it Italian; ja Japanese;
  jv Javanese; kl Kalaallisut; kn Kannada; kr Kanuri; ks Kashmiri; kk Kazakh; km Khmer; ki Kikuyu; rw
  Kinyarwanda; kv Komi; kg Kongo; ko Korean; kj Kuanyama; ku Kurdish; ky Kyrgyz; lo Lao; la Latin; lv
  Latvian; li Limburgish; ln Lingala; lt Lithuanian; lu Luba-Katanga; lb Luxembourgish; mk Macedonian; mg
  Malagasy; ms Malay; ml Malayalam; mt Maltese; gv Manx; mi Maori; mr Marathi; mh Marshallese; mo Moldavian;
  mn Mongolian; na Nauru; nv Navajo; ng Ndonga; ne Nepali; nd North Ndebele; se Northern Sami; no Norwegian;
  nb Norwegian Bokmål; nn Norwegian Nynorsk; ny Nyanja; oc Occitan; or Odia; oj Ojibwa; om Oromo; os
  Ossetic; pi Pali; ps Pashto; fa Persian; pl Polish; pt Portuguese; pa Punjabi; qu Quechua; ro Romanian; rm
  Romansh; rn Rundi; ru Russian; sm Samoan; sg Sango; sa Sanskrit; sc Sardinian; gd Scottish Gaelic; sr
  Serbian; sn Shona; ii Sichuan Yi; sd Sindhi; si Sinhala; sk Slovak; sl Slovenian; so Somali; nr South
  Ndebele; st Southern Sotho; es Spanish; su Sundanese; sw Swahili; ss Swati; sv Swedish; tl Tagalog; ty
  Tahitian; tg Tajik; ta Tamil; tt Tatar; te Telugu; th Thai; bo Tibetan; ti Tigrinya; to Tongan; ts Tsonga;
  tn Tswana; tr Turkish; tk Turkmen; tw Twi; uk Ukrainian; ur Urdu; ug Uyghur; uz Uzbek; ve Venda; vi
  Vietnamese; vo Volapük; wa Walloon; cy Welsh; fy Western Frisian; wo Wolof; xh Xhosa; ji Yiddish; yi
  Yiddish; yo Yoruba; za Zhuang; zu Zulu`);

/** Countries of ISO 3166-1 by code, likewise. */
export const countries: Readonly<Record<string, string>> = named(`
  AF Afghanistan; AL Albania; DZ Algeria; AS American Samoa; AD Andorra; AO Angola; AI Anguilla; AQ
  Antarctica; AG Antigua & Barbuda; AR Argentina; AM Armenia; AW Aruba; AU Australia; AT Austria; AZ
  Azerbaijan; BS Bahamas; BH Bahrain; BD Bangladesh; BB Barbados; BY Belarus; BE Belgium; BZ Belize; BJ
  Benin; BM Bermuda; BT Bhutan; BO Bolivia; BA Bosnia & Herzegovina; BW Botswana; BV Bouvet Island; BR
  Brazil; IO British Indian Ocean Territory; VG British Virgin Islands; BN Brunei; BG Bulgaria; BF Burkina
  Faso; BI Burundi; KH Cambodia; CM Cameroon; CA Canada; CV Cape Verde; BQ Caribbean Netherlands; KY Cayman
  Islands; CF Central African Republic; TD Chad; CL Chile; CN China; CX Christmas Island; CC Cocos (Keeling)
  Islands; CO Colombia; KM Comoros; CG Congo - Brazzaville; CD Congo - Kinshasa; CK Cook Islands; CR Costa
  Rica; HR Croatia; CU Cuba; CW Curaçao; CY Cyprus; CZ Czechia; CI Côte d’Ivoire; DK Denmark; DJ Djibouti;
  DM Dominica; DO Dominican Republic; EC Ecuador; EG Egypt; SV El Salvador; GQ Equatorial Guinea; ER
  Eritrea; EE Estonia; SZ Eswatini; ET Ethiopia; FK Falkland Islands; FO Faroe Islands; FJ Fiji; FI Finland;
  FR France; GF French Guiana; PF French Polynesia; TF French Southern Territories; GA Gabon; GM Gambia; GE
  Georgia; DE Germany; GH Ghana; GI Gibraltar; GR Greece; GL Greenland; GD Grenada; GP Guadeloupe; GU Guam;
  GT Guatemala; GG Guernsey; GN Guinea; GW Guinea-Bissau; GY Guyana; HT Haiti; HM Heard & McDonald Islands;
  HN Honduras; HK Hong Kong SAR China; HU Hungary; IS Iceland; IN India; ID Indonesia; IR Iran; IQ Iraq; IE
  Ireland; IM Isle of Man; IL Israel; IT Italy; JM Jamaica; JP Japan; JE Jersey; JO Jordan; KZ Kazakhstan;
  KE Kenya; KI Kiribati; KW Kuwait; KG Kyrgyzstan; LA Laos; LV Latvia; LB Lebanon; LS Lesotho; LR Liberia;
  LY Libya; LI Liechtenstein; LT Lithuania; LU Luxembourg; MO Macao SAR China; MG Madagascar; MW Malawi; MY
  Malaysia; MV Maldives; ML Mali; MT Malta; MH Marshall Islands; MQ Martinique; MR Mauritania; MU Mauritius;
  YT Mayotte; MX Mexico; FM Micronesia; MD Moldova; MC Monaco; MN Mongolia; ME Montenegro; MS Montserrat; MA
  Morocco; MZ Mozambique; MM Myanmar (Burma); NA Namibia; NR Nauru; NP Nepal; NL Netherlands; NC New
  Caledonia; NZ New Zealand; NI Nicaragua; NE Niger; NG Nigeria; NU Niue; NF Norfolk Island; KP North Korea;
  MK North Macedonia; MP Northern Mariana Islands; NO Norway; OM Oman; PK Pakistan; PW Palau; PS Palestinian
  Territories; PA Panama; PG Papua New Guinea; PY Paraguay; PE Peru; PH Philippines; PN Pitcairn Islands; PL
  Poland; PT Portugal; PR Puerto Rico; QA Qatar; RO Romania; RU Russia; RW Rwanda; RE Réunion; WS Samoa; SM
  San Marino; SA Saudi Arabia; SN Senegal; RS Serbia; SC Seychelles; SL Sierra Leone; SG Singapore; SX Sint
  Maarten; SK Slovakia; SI Slovenia; SB Solomon Islands; SO Somalia; ZA South Africa; GS South Georgia &
  South Sandwich Islands; KR South Korea; SS South Sudan; ES Spain; LK Sri Lanka; BL St. Barthélemy; SH St.
  Helena; KN St. Kitts & Nevis; LC St. Lucia; MF St. Martin; PM St. Pierre & Miquelon; VC St. Vincent &
  Grenadines; SD Sudan; SR Suriname; SJ Svalbard & Jan Mayen; SE Sweden; CH Switzerland; SY Syria; ST São
  Tomé & Príncipe; TW Taiwan; TJ Tajikistan; TZ Tanzania; TH Thailand; TL Timor-Leste; TG Togo; TK Tokelau;
  TO Tonga; TT Trinidad & Tobago; TN Tunisia; TR Turkey; TM Turkmenistan; TC Turks & Caicos Islands; TV
  Tuvalu; UM U.S. Outlying Islands; VI U.S. Virgin Islands; UG Uganda; UA Ukraine; AE United Arab Emirates;
  GB United Kingdom; US United States; UY Uruguay; UZ Uzbekistan; VU Vanuatu; VA Vatican City; VE Venezuela;
  VN Vietnam; WF Wallis & Futuna; EH Western Sahara; YE Yemen; ZM Zambia; ZW Zimbabwe; AX Åland Islands`);

/** Languages into which metadata can be translated on a server that nobody changed, by their own names. */
export const firstLocales: Readonly<Record<string, string>> = named(
  `af Afrikaans; am አማርኛ; ar العربية; bi Bislama; my မြန်မာ; zh 中文; nl Nederlands; dz རྫོང་ཁ; en English;
  fr français; de Deutsch; gu ગુજરાતી; hi हिन्दी; id Indonesia; it italiano; km ខ្មែរ; rw Kinyarwanda; lo ລາວ; ne नेपाली;
  no norsk; ps پښتو; fa فارسی; pt português; ru русский; es español; sw Kiswahili; tg тоҷикӣ; vi Tiếng Việt`,
);
