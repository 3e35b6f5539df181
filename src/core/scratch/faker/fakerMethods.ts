/**
 * The modules of random data and their methods: those of faker 10.6.0 that take no function and fill in no
 * text of their own. A test compares them with the library; only what stands here is ever called.
 */
export const fakerMethods: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    airline: words('aircraftType airline airplane airport flightNumber recordLocator seat'),
    animal: words(
      'bear bird cat cetacean cow crocodilia dog fish horse insect lion petName rabbit rodent snake type',
    ),
    book: words('author format genre publisher series title'),
    color: words(
      'cmyk colorByCSSColorSpace cssSupportedFunction cssSupportedSpace hsl human hwb lab lch rgb space',
    ),
    commerce: words(
      'department isbn price product productAdjective productDescription productMaterial productName upc',
    ),
    company: words(
      'buzzAdjective buzzNoun buzzPhrase buzzVerb catchPhrase catchPhraseAdjective catchPhraseDescriptor catchPhraseNoun name',
    ),
    database: words('collation column engine mongodbObjectId type'),
    datatype: words('boolean'),
    date: words(
      'anytime between betweens birthdate future month past recent soon timeZone weekday',
    ),
    finance: words(
      'accountName accountNumber amount bic bitcoinAddress creditCardCVV creditCardIssuer creditCardNumber currency currencyCode currencyName currencyNumericCode currencySymbol ethereumAddress iban litecoinAddress pin routingNumber transactionDescription transactionType',
    ),
    food: words('adjective description dish ethnicCategory fruit ingredient meat spice vegetable'),
    git: words('branch commitDate commitEntry commitMessage commitSha'),
    hacker: words('abbreviation adjective ingverb noun phrase verb'),
    helpers: words(
      'arrayElement arrayElements enumValue fromRegExp objectEntry objectKey objectValue rangeToNumber replaceCreditCardSymbols replaceSymbols shuffle slugify weightedArrayElement',
    ),
    image: words('avatar avatarGitHub dataUri personPortrait url urlLoremFlickr urlPicsumPhotos'),
    internet: words(
      'displayName domainName domainSuffix domainWord email emoji exampleEmail httpMethod httpStatusCode ip ipv4 ipv6 jwt jwtAlgorithm mac password port protocol url userAgent username',
    ),
    location: words(
      'buildingNumber cardinalDirection city continent country countryCode county direction language latitude longitude nearbyGPSCoordinate ordinalDirection postalAddress secondaryAddress state street streetAddress timeZone zipCode',
    ),
    lorem: words('lines paragraph paragraphs sentence sentences slug text word words'),
    music: words('album artist genre songName'),
    number: words('bigInt binary float hex int octal romanNumeral'),
    person: words(
      'bio firstName fullName gender jobArea jobDescriptor jobTitle jobType lastName middleName prefix sex sexType suffix zodiacSign',
    ),
    phone: words('imei number'),
    science: words('chemicalElement unit'),
    string: words(
      'alpha alphanumeric binary fromCharacters hexadecimal nanoid numeric octal sample symbol ulid uuid',
    ),
    system: words(
      'commonFileExt commonFileName commonFileType cron directoryPath fileExt fileName filePath fileType mimeType networkInterface semver',
    ),
    vehicle: words('bicycle color fuel manufacturer model type vehicle vin vrm'),
    word: words('adjective adverb conjunction interjection noun preposition sample verb words'),
  }),
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
