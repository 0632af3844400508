import type { Metadata } from './model.ts';
import { text } from './syntax.ts';

/** Noon in Greenwich falls on the same day nearly all over the world; the model knows the day only. */
const time = { info: '120000Z', xmp: 'T12:00:00Z' };

/** "D:20260606120000Z" */
export function pdfDate({ date }: Metadata): string {
  return `D:${date.replaceAll('-', '')}${time.info}`;
}

export function keywordText({ keywords }: Metadata): string {
  return keywords.join(', ');
}

/** Document information dictionary; says the same as the XMP, as PDF/A asks. */
export function infoObject(metadata: Metadata): string {
  const date = text(pdfDate(metadata));
  return (
    `<</Title${text(metadata.title)}/Author${text(metadata.author)}/Subject${text(metadata.subject)}` +
    `/Keywords${text(keywordText(metadata))}/Creator${text(metadata.creator)}/Producer${text(metadata.creator)}` +
    `/CreationDate${date}/ModDate${date}>>`
  );
}

/** XMP: both standards, and the metadata. All text is escaped. */
export function xmp(metadata: Metadata): string {
  const date = `${metadata.date}${time.xmp}`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
${titleElement(metadata)}
<dc:creator><rdf:Seq><rdf:li>${escapeXml(metadata.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${alternatives(metadata.subject)}</dc:description>
<dc:subject><rdf:Bag>${metadata.keywords.map((word) => `<rdf:li>${escapeXml(word)}</rdf:li>`).join('')}</rdf:Bag></dc:subject>
<dc:language><rdf:Bag><rdf:li>${escapeXml(metadata.language)}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<pdf:Keywords>${escapeXml(keywordText(metadata))}</pdf:Keywords><pdf:Producer>${escapeXml(metadata.creator)}</pdf:Producer>
<xmp:CreatorTool>${escapeXml(metadata.creator)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:ModifyDate>${date}</xmp:ModifyDate><xmp:MetadataDate>${date}</xmp:MetadataDate>
</rdf:Description>
${uaSchema}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

/** PDF/A knows nothing of PDF/UA's identification, so its schema has to be described in the file. */
const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`;

/** An empty title is none: a validator must be able to see that it is missing. */
function titleElement({ title }: Metadata): string {
  return title.trim() === '' ? '' : `<dc:title>${alternatives(title)}</dc:title>`;
}

function alternatives(value: string): string {
  return `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML cannot hold at all, and halves of surrogate pairs, become U+FFFD. */
function escapeXml(value: string): string {
  return value
    .replace(/[&<>"]/g, (char) => entities[char] ?? char)
    .replace(/\p{Cs}|[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
